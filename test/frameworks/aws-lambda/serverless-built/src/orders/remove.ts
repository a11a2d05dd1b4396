export const handler = async () => ({ statusCode: 200 }); // entry: DELETE /orders/:id
