import {
  type CanActivate,
  Controller,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  Param,
  Patch,
  SetMetadata,
  UnauthorizedException,
  UseGuards,
} from "@nestjs/common";
import { APP_GUARD, NestFactory, Reflector } from "@nestjs/core";
import { JwtService } from "@nestjs/jwt";
import { InjectRepository } from "@nestjs/typeorm";
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from "typeorm";

@Entity("letters")
class Letter {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column() firmId!: string;
  @Column() text!: string;
}

const Principal = createParamDecorator((_, context: ExecutionContext) => context.switchToHttp().getRequest().principal);
const PrincipalId = createParamDecorator((_, ctx: ExecutionContext) => ctx.switchToHttp().getRequest().principal?.firm);
const Ranks = (...ranks: string[]) => SetMetadata("ranks", ranks);

@Injectable()
class TokenGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const [scheme, token] = (request.headers.authorization ?? "").split(" ");
    if (scheme !== "Bearer") throw new UnauthorizedException();
    const { sub, firm, role } = await this.jwt.verifyAsync(token);
    request.principal = { id: sub, firm, role };
    return true;
  }
}

@Injectable()
class RanksGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext) {
    const ranks = this.reflector.get<string[]>("ranks", context.getHandler());
    // What the guard before it has left on the request is the caller here, too.
    return !ranks || ranks.includes(context.switchToHttp().getRequest().principal?.role);
  }
}

@Controller("letters")
class LettersController {
  constructor(@InjectRepository(Letter) private readonly letters: Repository<Letter>) {}

  @Get()
  list(@PrincipalId() firmId: string) {
    return this.letters.find({ where: { firmId } });
  }

  @Patch(":id")
  async seal(@Principal() me: { firm: string }, @Param("id") id: string) {
    await this.letters.update({ id, firmId: me.firm }, { text: "sealed" }); // silent: the firm of the caller
  }

  @Patch(":id/open")
  async open(@Param("id") id: string) {
    await this.letters.update({ id }, { text: "open" }); // expect: unowned-object
  }

  @Delete(":id")
  @UseGuards(RanksGuard)
  @Ranks("archivist")
  async remove(@Param("id") id: string, @PrincipalId() firmId: string) {
    await this.letters.delete({ id, firmId }); // silent: the firm of the caller
  }
}

@Module({ controllers: [LettersController], providers: [{ provide: APP_GUARD, useClass: TokenGuard }] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
