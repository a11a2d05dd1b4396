// file: mcp.json
{
  "mcpServers": {
    "orders": { "command": "npx", "args": ["orders-mcp", "--api-key", "«40h»"] }, // expect: provider-token
    "stock": { "command": "npx", "args": ["stock-mcp", "--api-key", "${STOCK_KEY}"] } // silent: from the environment
  }
}
// file: src/start.ts
spawn("orders", ["--token", "«32»"]); // expect: provider-token
spawn("orders", ["--token", process.env.ORDERS_TOKEN]); // silent: from the environment
spawn("orders", ["--token", "--verbose-output"]); // silent: the next option
