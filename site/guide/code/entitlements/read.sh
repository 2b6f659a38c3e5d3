TOKEN=$(curl --fail --silent https://billing.example.com/sandbox/identity/token \
  --json '{ "ecosystem": "clinica-horizonte" }' | grep -o 'ey[^"]*')

curl --fail https://billing.example.com/v1/ecosystems/clinica-horizonte/entitlements \
  -H "Authorization: Bearer $TOKEN"
