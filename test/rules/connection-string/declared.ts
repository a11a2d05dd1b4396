// rules: all
const USER_PASSWORD = "user@123"; // expect: password
export const seeded = seed("user@shop.io", USER_PASSWORD);
export const line = "Server=db.shop.io;User Id=billing;Password=user@12345"; // expect: connection-string
