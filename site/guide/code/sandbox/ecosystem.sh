curl --fail https://billing.example.com/sandbox/ecosystems --json '{
  "catalogue": "waizant", "plan": "plus", "interval": "month", "currency": "USD",
  "licences": 2, "encounters": 100, "company": "Clínica de Prueba"
}'
