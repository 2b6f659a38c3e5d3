create role waizant login createdb password 'secret';
create database waizant owner waizant;
