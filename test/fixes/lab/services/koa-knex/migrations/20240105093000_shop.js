export async function up(knex) {
  await knex.schema.createTable("users", (table) => {
    table.increments("id");
    table.text("email").notNullable();
    table.text("role").notNullable().defaultTo("customer");
    table.integer("points").notNullable().defaultTo(0);
  });
  await knex.schema.createTable("orders", (table) => {
    table.increments("id");
    table.integer("user_id").notNullable();
    table.integer("cents").notNullable();
    table.text("status").notNullable().defaultTo("open");
  });
  await knex.schema.createTable("payments", (table) => {
    table.increments("id");
    table.integer("order_id").notNullable();
    table.integer("cents").notNullable();
  });
  await knex.schema.createTable("receipts", (table) => {
    table.increments("id");
    table.integer("order_id").notNullable();
  });
  await knex.schema.createTable("favourites", (table) => {
    table.increments("id");
    table.integer("user_id").notNullable();
    table.integer("order_id").notNullable();
  });
  await knex.schema.createTable("reviews", (table) => {
    table.increments("id");
    table.integer("user_id").notNullable();
    table.text("text").notNullable();
    table.integer("stars").notNullable();
  });
}

export async function down(knex) {
  for (const table of ["users", "orders", "payments", "receipts", "favourites", "reviews"]) await knex.schema.dropTable(table);
}
