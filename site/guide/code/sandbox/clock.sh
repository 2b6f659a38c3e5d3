curl --fail https://billing.example.com/sandbox/clock

curl --fail https://billing.example.com/sandbox/clock --json '{ "advanceBy": "P1D" }'
