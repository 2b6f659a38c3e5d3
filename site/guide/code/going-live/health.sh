curl --fail https://billing.example.com/healthz
curl --fail https://billing.example.com/readyz
