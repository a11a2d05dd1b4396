import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  Sequelize,
} from "sequelize";

export const sequelize = new Sequelize(process.env.DATABASE_URL!, { logging: false, define: { timestamps: false } });

export class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare id: CreationOptional<number>;
  declare email: string;
  declare role: string;
  declare points: number;
}

export class Order extends Model<InferAttributes<Order>, InferCreationAttributes<Order>> {
  declare id: CreationOptional<number>;
  declare user_id: number;
  declare cents: number;
}

export class Payment extends Model<InferAttributes<Payment>, InferCreationAttributes<Payment>> {
  declare id: CreationOptional<number>;
  declare order_id: number;
  declare cents: number;
}

export class Receipt extends Model<InferAttributes<Receipt>, InferCreationAttributes<Receipt>> {
  declare id: CreationOptional<number>;
  declare order_id: number;
}

// Sequelize writes into these: every model needs its own.
const id = () => ({ type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true });
const number = () => ({ type: DataTypes.INTEGER, allowNull: false });

User.init(
  { id: id(), email: DataTypes.TEXT, role: DataTypes.TEXT, points: { ...number(), defaultValue: 0 } },
  { sequelize, tableName: "users" },
);
Order.init({ id: id(), user_id: number(), cents: number() }, { sequelize, tableName: "orders" });
Payment.init({ id: id(), order_id: number(), cents: number() }, { sequelize, tableName: "payments" });
Receipt.init({ id: id(), order_id: number() }, { sequelize, tableName: "receipts" });
