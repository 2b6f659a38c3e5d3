curl --fail https://billing.example.com/sandbox/ecosystems/clinica-horizonte/tickets

curl --fail https://billing.example.com/sandbox/mail
