curl --fail --get https://billing.example.com/v1/fragments/plan-picker \
  -d catalogue=erp -d interval=year -d locale=es-MX
