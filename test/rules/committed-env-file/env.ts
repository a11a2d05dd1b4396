// file: .env
PORT=3000 # silent: no secret
SESSION_SECRET=«32» # expect: committed-env-file
STRIPE_SECRET_KEY=«sk_|live_|24» # expect: committed-env-file
DATABASE_URL=postgres://postgres:postgres@localhost:5432/shop # silent: local development
OPENAI_API_KEY= # silent: empty
// file: .env.example
SESSION_SECRET=change-me # silent: a sample
STRIPE_SECRET_KEY=sk_live_xxx # silent: a sample
