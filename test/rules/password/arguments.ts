// file: src/start.ts
spawn("orders", ["--password", "Harbour58x!"]); // expect: password
spawn("orders", ["--password", ordersPassword2, "-x"]); // silent: a variable
spawn("orders", ["--password", settings.orders.pass1]); // silent: a variable
spawn("orders", ["--password", `${host}1`]); // silent: from elsewhere
program.option("--password", "Password1 of the database"); // silent: describes the option
program.option("--password", "Harbour58x!"); // silent: describes the option
