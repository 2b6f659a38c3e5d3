select
  content->>'access' as access,
  content->'limits' as limits,
  revision
from waizant_tickets_100001.entitlements
