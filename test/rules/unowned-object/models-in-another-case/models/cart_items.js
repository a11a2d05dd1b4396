module.exports = (sequelize, DataTypes) =>
  sequelize.define("cart_items", { user_id: DataTypes.INTEGER, quantity: DataTypes.INTEGER });
