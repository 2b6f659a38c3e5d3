TOKEN=$(curl --fail --silent https://billing.example.com/sandbox/identity/token \
  --json '{ "ecosystem": "consultorio-roble" }' | grep -o 'ey[^"]*')

curl --fail https://billing.example.com/v1/ecosystems/consultorio-roble/plan-changes/preview \
  -H "Authorization: Bearer $TOKEN" -H "Accept-Language: es-MX" \
  --json '{ "plan": "plus", "interval": "month" }'
