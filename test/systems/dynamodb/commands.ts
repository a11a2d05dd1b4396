import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { randomUUID } from "node:crypto";
import express from "express";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const app = express();
const TableName = process.env.TABLE;

app.post("/orders/:id", async (req, res) => {
  const { Item } = await client.send(new GetCommand({ TableName: "orders", Key: { id: req.params.id } })); // effect: read dynamodb orders, read
  await client.send(new PutCommand({ TableName: "orders", Item: { id: req.params.id } })); // effect: write dynamodb orders, upsert
  await client.send(new PutCommand({ TableName: "orders", Item: { id: randomUUID() } })); // effect: write dynamodb orders, insert
  await client.send(new PutCommand({ TableName, Item: { id: req.body.id }, ConditionExpression: "attribute_not_exists(id)" })); // effect: write dynamodb TABLE, upsert
  await client.send(new UpdateCommand({ TableName: "orders", Key: { id: "1" }, UpdateExpression: "SET total = total + :n" })); // effect: write dynamodb orders, increment
  await client.send(new UpdateCommand({ TableName: "orders", Key: { id: "1" }, UpdateExpression: "SET paid = :p" })); // effect: write dynamodb orders, set
  await client.send( // effect: write dynamodb orders, upsert // effect: write dynamodb carts, delete
    new TransactWriteCommand({
      ClientRequestToken: req.body.key,
      TransactItems: [{ Put: { TableName: "orders", Item: { id: req.body.id } } }, { Delete: { TableName: "carts", Key: { id: "1" } } }],
    }),
  );
  res.json(Item);
});
