create role billing login createdb password 'secret';
create database billing owner billing;
