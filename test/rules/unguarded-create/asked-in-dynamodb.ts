// Items are found by what the expressions of the query compare, which stand apart from the values.
import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import express from "express";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const app = express();

app.post("/orders", async (req, res) => { // silent: the request's order is asked for first
  const { Items } = await client.send(
    new QueryCommand({
      TableName: "orders",
      IndexName: "by-request",
      KeyConditionExpression: "#request = :request",
      ExpressionAttributeNames: { "#request": "requestId" },
      ExpressionAttributeValues: { ":request": String(req.body.requestId) },
      Limit: 1,
    }),
  );
  if (Items && Items.length > 0) return res.json(Items[0]);
  const Item = { id: randomUUID(), requestId: String(req.body.requestId) };
  await client.send(new PutCommand({ TableName: "orders", Item, ConditionExpression: "attribute_not_exists(id)" }));
  res.json(Item);
});

app.post("/orders/again", async (req, res) => {
  await client.send(new PutCommand({ TableName: "orders", Item: { id: randomUUID(), size: String(req.body.size) } })); // expect: unguarded-create
  res.sendStatus(201);
});
