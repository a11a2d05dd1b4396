CREATE TABLE users (
  id serial PRIMARY KEY,
  email text NOT NULL,
  role text NOT NULL DEFAULT 'customer',
  points integer NOT NULL DEFAULT 0
);

CREATE TABLE orders (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  cents integer NOT NULL,
  status text NOT NULL DEFAULT 'open'
);

CREATE TABLE payments (
  id serial PRIMARY KEY,
  order_id integer NOT NULL,
  cents integer NOT NULL
);

CREATE TABLE receipts (
  id serial PRIMARY KEY,
  order_id integer NOT NULL
);

CREATE TABLE favourites (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  order_id integer NOT NULL
);

CREATE TABLE reviews (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  text text NOT NULL,
  stars integer NOT NULL
);
