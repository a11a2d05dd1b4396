CREATE OR REPLACE FUNCTION place_order(p_user UUID, p_total INT) RETURNS UUID AS $$
BEGIN
  INSERT INTO orders (user_id, total) VALUES (p_user, p_total);
  UPDATE users SET spent = spent + p_total WHERE id = p_user;
END;
$$ LANGUAGE plpgsql;

CREATE FUNCTION orders_of(p_user UUID) RETURNS SETOF orders AS $$
  SELECT * FROM orders WHERE user_id = p_user;
$$ LANGUAGE sql;
