// One function serves several routes, and asks which one it is.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html

// file: lib/stack.ts
import * as path from "node:path";
import * as cdk from "aws-cdk-lib";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
export class Stack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const orders = new NodejsFunction(this, "orders", { entry: path.join(__dirname, "../src/orders.ts") });
    const keyed = new NodejsFunction(this, "keyed", { entry: path.join(__dirname, "../src/keyed.ts") });
    const http = new HttpApi(this, "http");
    const integration = new HttpLambdaIntegration("orders", orders);
    http.addRoutes({ path: "/orders", methods: [HttpMethod.GET, HttpMethod.POST], integration });
    http.addRoutes({ path: "/orders/clear", methods: [HttpMethod.POST], integration });
    const byKey = new HttpLambdaIntegration("keyed", keyed);
    http.addRoutes({ path: "/lines/{id}", methods: [HttpMethod.GET, HttpMethod.DELETE], integration: byKey });
  }
}
// file: src/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => { // entry: GET /orders // entry: POST /orders // entry: POST /orders/clear
  const path = event.rawPath || event.path;
  const method = event.requestContext?.http?.method || event.httpMethod;
  switch (path) {
    case "/orders":
      if (method === "POST") return add(event);
      if (method === "GET") return { statusCode: 200, body: JSON.stringify(await prisma.order.findMany()) }; // effect: read database order, read, safe
      break;
    case "/orders/clear":
      await prisma.order.deleteMany(); // effect: write database order, delete, safe
      break;
  }
  return { statusCode: 404 };
};

async function add(event) {
  await prisma.order.create({ data: { size: JSON.parse(event.body).size } }); // effect: write database order, insert, unsafe
  return { statusCode: 201 };
}
// file: src/keyed.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = async (event) => { // entry: GET /lines/:id // entry: DELETE /lines/:id
  switch (event.routeKey) {
    case "GET /lines/{id}":
      return { statusCode: 200, body: JSON.stringify(await prisma.line.findUnique({ where: { id: event.pathParameters.id } })) }; // effect: read database line, read, safe
    case "DELETE /lines/{id}":
      await prisma.line.delete({ where: { id: event.pathParameters.id } }); // effect: write database line, delete, safe
      return { statusCode: 204 };
  }
  return { statusCode: 404 };
};
