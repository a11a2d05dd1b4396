import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import express from "express";

const app = express();
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = "shop";

app.post("/purses/:id/pay", async (req, res) => {
  await db.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: req.params.id, sk: req.body.request }, ConditionExpression: "attribute_not_exists(sk)" } },
        { Update: { TableName, Key: { pk: req.params.id }, UpdateExpression: "ADD coins :c", ExpressionAttributeValues: { ":c": -1 } } }, // silent: the put beside it is refused the second time
      ],
    }),
  );
  res.end();
});
app.post("/purses/:id/lapse", async (req, res) => {
  await db.send(
    new TransactWriteCommand({
      TransactItems: [
        { Update: { TableName, Key: { pk: req.body.lot }, UpdateExpression: "SET lapsed = :t", ConditionExpression: "attribute_not_exists(lapsed)", ExpressionAttributeValues: { ":t": true } } },
        { Update: { TableName, Key: { pk: req.params.id }, UpdateExpression: "ADD coins :c", ExpressionAttributeValues: { ":c": -1 } } }, // silent: the lot lapses once
      ],
    }),
  );
  res.end();
});
app.post("/purses/:id/take", async (req, res) => {
  await db.send( // expect: unguarded-increment
    new TransactWriteCommand({
      TransactItems: [
        { Update: { TableName, Key: { pk: req.params.id }, UpdateExpression: "ADD coins :c", ConditionExpression: "coins >= :n", ExpressionAttributeValues: { ":c": -1, ":n": 1 } } },
      ],
    }),
  );
  res.end();
});
app.post("/rewards/:id/switch", async (req, res) => {
  const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: req.params.id } }));
  if (!Item) return res.status(404).end();
  await db.send(new UpdateCommand({ TableName, Key: { pk: req.params.id }, UpdateExpression: "SET #a = :a", ExpressionAttributeNames: { "#a": "active" }, ExpressionAttributeValues: { ":a": !Item.active } })); // expect: unguarded-increment
  res.end();
});
app.post("/rewards/:id/name", async (req, res) => {
  await db.send(new UpdateCommand({ TableName, Key: { pk: req.params.id }, UpdateExpression: "SET #n = :n", ExpressionAttributeNames: { "#n": "name" }, ExpressionAttributeValues: { ":n": req.body.name } })); // silent: the same name again
  res.end();
});
app.post("/purses/:id/give", async (req, res) => {
  const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: req.params.id } }));
  await db.send(new PutCommand({ TableName, Item: { ...Item, coins: Item?.coins + req.body.coins } })); // expect: unguarded-increment
  res.end();
});
