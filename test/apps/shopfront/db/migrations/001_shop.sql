CREATE TABLE users (
  id serial PRIMARY KEY,
  email text NOT NULL,
  name text,
  password_hash text NOT NULL,
  role text NOT NULL DEFAULT 'customer',
  points integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE products (
  id serial PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  name text NOT NULL,
  price_cents integer NOT NULL,
  stock integer NOT NULL
);

CREATE TABLE cart_items (
  user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  product_id integer NOT NULL REFERENCES products (id),
  quantity integer NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, product_id)
);

CREATE TABLE orders (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  product_id integer NOT NULL REFERENCES products (id),
  quantity integer NOT NULL,
  total_cents integer NOT NULL,
  status text NOT NULL,
  payment_intent text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE payments (
  id serial PRIMARY KEY,
  order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  payment_intent text NOT NULL,
  cents integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE refunds (
  id serial PRIMARY KEY,
  order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  stripe_refund text NOT NULL,
  cents integer NOT NULL
);

INSERT INTO products (sku, name, price_cents, stock) VALUES
  ('mug', 'Mug', 1200, 100),
  ('tee', 'T-shirt', 2500, 40),
  ('tote', 'Tote bag', 1800, 60);
