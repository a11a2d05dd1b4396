import { Controller, Delete, Param, UseGuards } from "@nestjs/common";
import { ThrottlerGuard } from "@nestjs/throttler";
import { Pool } from "pg";

const pool = new Pool();

@Controller("carts")
@UseGuards(ThrottlerGuard) // guard: rateLimit ThrottlerGuard
export class CartsController {
  @Delete(":id")
  async remove(@Param("id") id: string) {
    await pool.query("DELETE FROM carts WHERE id = $1", [id]); // effect: write postgres carts, delete
  }
}
