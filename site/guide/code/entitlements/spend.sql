select waizant_tickets_100001.spend('encounters', 1)
