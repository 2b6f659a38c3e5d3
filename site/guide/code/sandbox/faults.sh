curl --fail https://billing.example.com/sandbox/stripe/faults --json '{
  "webhooks": { "duplicate": true, "reorder": true, "delayMs": 500 },
  "api": {
    "failNext": [
      { "path": "/v1/invoices", "times": 1, "status": "timeout-after-success" }
    ]
  }
}'

curl --fail https://billing.example.com/sandbox/stripe/faults --json '{
  "webhooks": { "duplicate": false, "reorder": false, "delayMs": 0 },
  "api": { "failNext": [] }
}'
