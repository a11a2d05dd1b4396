DROP PROCEDURE IF EXISTS add_order;
DELIMITER //
CREATE DEFINER=`root`@`localhost` PROCEDURE add_order(IN p_user INT, IN p_total INT)
BEGIN
  INSERT INTO orders (user_id, total) VALUES (p_user, p_total);
  DELETE FROM carts WHERE user_id = p_user;
END //
DELIMITER ;
