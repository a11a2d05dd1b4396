import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("users")
export class User {
  @PrimaryGeneratedColumn() id: number;
  @Column("text") email: string;
  @Column("text", { default: "customer" }) role: string;
  @Column("int", { default: 0 }) points: number;
}

@Entity("orders")
export class Order {
  @PrimaryGeneratedColumn() id: number;
  @Column("int", { name: "user_id" }) userId: number;
  @Column("int") cents: number;
  @Column("text", { default: "open" }) status: string;
}

@Entity("payments")
export class Payment {
  @PrimaryGeneratedColumn() id: number;
  @Column("int", { name: "order_id" }) orderId: number;
  @Column("int") cents: number;
}

@Entity("receipts")
export class Receipt {
  @PrimaryGeneratedColumn() id: number;
  @Column("int", { name: "order_id" }) orderId: number;
}

@Entity("reviews")
export class Review {
  @PrimaryGeneratedColumn() id: number;
  @Column("int", { name: "user_id" }) userId: number;
  @Column("text") text: string;
  @Column("int") stars: number;
}
