TOKEN=$(curl --fail --silent https://billing.example.com/sandbox/identity/token \
  --json '{ "ecosystem": "consultorio-roble" }' | grep -o 'ey[^"]*')

BILLING=https://billing.example.com/v1/ecosystems/consultorio-roble

curl --fail $BILLING/plan-changes/preview \
  -H "Authorization: Bearer $TOKEN" -H "Accept-Language: es-MX" \
  --json '{ "plan": "plus", "interval": "month" }'
