import { Controller, Delete, Get, Param, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { Pool } from "pg";

const pool = new Pool();

class JwtAuthGuard extends AuthGuard("jwt") {}

@Controller("carts")
export class CartsController {
  @UseGuards(JwtAuthGuard) // guard: authentication JwtAuthGuard
  @Delete(":id")
  async remove(@Param("id") id: string) {
    await pool.query("DELETE FROM carts WHERE id = $1", [id]); // effect: write postgres carts, delete
  }

  @UseGuards(AuthGuard("bearer")) // guard: authentication AuthGuard
  @Delete("wishes/:id")
  async removeWish(@Param("id") id: string) {
    await pool.query("DELETE FROM wishes WHERE id = $1", [id]); // effect: write postgres wishes, delete
  }

  @UseGuards(AuthGuard("google"))
  @Get("login")
  login() {}
}
