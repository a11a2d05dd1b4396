CREATE TABLE receipts (
  id serial PRIMARY KEY,
  order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  sent_to text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shipments (
  order_id integer PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
  state text NOT NULL
);

CREATE TABLE shipment_events (
  id serial PRIMARY KEY,
  order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  state text NOT NULL
);

CREATE TABLE processed_events (
  source text NOT NULL,
  event_id text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (source, event_id)
);

CREATE TABLE gift_cards (
  code text PRIMARY KEY,
  cents integer NOT NULL
);

CREATE TABLE idempotency_keys (
  user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  key text NOT NULL,
  fingerprint text NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);
