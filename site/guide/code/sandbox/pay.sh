CHECKOUT=$(curl --fail --silent https://billing.example.com/v1/checkouts \
  -H "Idempotency-Key: $(date +%s%N)" --json '{
    "catalogue": "erp", "plan": "pro", "interval": "month", "currency": "MXN",
    "email": "ana@lopez.mx", "company": "Ferretería López",
    "successUrl": "https://billing.example.com/gracias",
    "cancelUrl": "https://billing.example.com/precios"
  }' | grep -o 'chk_[0-9a-z]*' | head -1)

curl --fail "https://billing.example.com/sandbox/checkouts/$CHECKOUT/pay" \
  --json '{ "card": "4242424242424242" }'

curl --fail "https://billing.example.com/v1/checkouts/$CHECKOUT"
