CREATE TABLE subscriptions (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  plan text NOT NULL,
  status text NOT NULL DEFAULT 'active',
  stripe_customer text NOT NULL,
  stripe_subscription text NOT NULL,
  renews_at timestamptz NOT NULL
);

CREATE TABLE subscription_changes (
  id serial PRIMARY KEY,
  subscription_id integer NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
  from_plan text NOT NULL,
  to_plan text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
