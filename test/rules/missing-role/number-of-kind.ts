// The kind of caller is a number, and who is of another kind is refused on the other side of the branch.
import { CanActivate, Controller, Delete, ExecutionContext, ForbiddenException, Injectable, Module, Param, UnauthorizedException, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { JwtService } from "@nestjs/jwt";
import pg from "pg";

const pool = new pg.Pool();
enum Kind {
  OWNER = 1,
  GUEST = 2,
}

@Injectable()
class Tokens {
  constructor(private readonly jwt: JwtService) {}
  read(token: string) {
    return this.jwt.verify(token);
  }
}

@Injectable()
class OwnerGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}
  canActivate(context: ExecutionContext): boolean {
    const claims = this.tokens.read(context.switchToHttp().getRequest().headers.authorization);
    if (claims) {
      if ("kind" in claims && claims.kind === Kind.OWNER) {
        return true;
      } else {
        throw new ForbiddenException("owners only");
      }
    }
    throw new UnauthorizedException();
  }
}
@Injectable()
class LoginGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}
  canActivate(context: ExecutionContext): boolean {
    const claims = this.tokens.read(context.switchToHttp().getRequest().headers.authorization);
    if (claims) return true;
    throw new UnauthorizedException();
  }
}

@Controller("admin/piers")
class PierController {
  @UseGuards(OwnerGuard)
  @Delete(":id") // silent: only owners
  async remove(@Param("id") id: string) {
    await pool.query("DELETE FROM piers WHERE id = $1", [id]);
  }

  @UseGuards(LoginGuard)
  @Delete("all/:id")
  async clear(@Param("id") id: string) { // expect: missing-role
    await pool.query("DELETE FROM piers WHERE harbour = $1", [id]);
  }
}

@Module({ controllers: [PierController], providers: [Tokens, JwtService] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
