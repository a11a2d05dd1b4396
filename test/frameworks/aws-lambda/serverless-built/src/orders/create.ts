export const handler = async () => ({ statusCode: 201 }); // entry: POST /orders
