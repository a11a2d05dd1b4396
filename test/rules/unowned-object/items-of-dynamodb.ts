// Whose items a query finds is told by its expressions.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import express from "express";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

async function orderOf(owner: string, id: string) {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: "orders",
      KeyConditionExpression: "id = :id",
      FilterExpression: "userId = :owner",
      ExpressionAttributeValues: { ":id": id, ":owner": owner },
    }),
  );
  return Items?.[0];
}

app.get("/orders", async (req, res) => {
  const mine = new QueryCommand({
    TableName: "orders",
    KeyConditionExpression: "userId = :owner",
    ExpressionAttributeValues: { ":owner": req.user.id },
  });
  res.json(await client.send(mine));
});
app.put("/orders/:id", async (req, res) => { // silent: the caller's own
  if (!(await orderOf(req.user.id, req.params.id))) return res.sendStatus(404);
  await client.send(
    new UpdateCommand({
      TableName: "orders",
      Key: { id: req.params.id },
      UpdateExpression: "SET size = :size",
      ExpressionAttributeValues: { ":size": String(req.body.size) },
    }),
  );
  res.sendStatus(204);
});
app.get("/orders/of/:userId", async (req, res) => {
  const theirs = new QueryCommand({
    TableName: "orders",
    KeyConditionExpression: "userId = :owner",
    ExpressionAttributeValues: { ":owner": req.params.userId },
  });
  res.json(await client.send(theirs)); // expect: unowned-object
});
app.get("/orders/shared/:id", async (req, res) => { // silent: for those alone who are on the list
  const shared = new QueryCommand({
    TableName: "orders",
    KeyConditionExpression: "id = :id",
    FilterExpression: "contains(readers, :user)",
    ExpressionAttributeValues: { ":id": req.params.id, ":user": req.user.id },
  });
  res.json(await client.send(shared));
});
