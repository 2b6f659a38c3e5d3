curl --fail "https://billing.example.com/v1/fragments/plan-picker?catalogue=erp&interval=year&locale=es-MX"
