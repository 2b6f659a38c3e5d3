curl --fail \
  "https://billing.example.com/v1/catalogues/erp/plans?currency=MXN&locale=es-MX"
