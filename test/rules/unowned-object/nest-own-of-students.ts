// A guard holds students to their own, and leaves who brings no token to the guard ahead of it.
import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, Post, Req, SetMetadata, UnauthorizedException, UseGuards } from "@nestjs/common";
import { NestFactory, Reflector } from "@nestjs/core";
import { JwtModule, JwtService } from "@nestjs/jwt";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const UserIdParam = (name: string) => SetMetadata("userIdParam", name);

@Injectable()
class SignedIn implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException();
    request.user = this.jwtService.verify(request.headers.authorization.split(" ")[1]);
    return true;
  }
}

@Injectable()
class StudentsOwn implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly jwtService: JwtService) {}
  canActivate(context: ExecutionContext): boolean {
    const name = this.reflector.get<string>("userIdParam", context.getHandler());
    if (!name) return true;
    const request = context.switchToHttp().getRequest();
    const header = request.headers.authorization;
    if (!header) return true;
    const user = this.jwtService.verify(header.split(" ")[1]);
    if (user.role !== "STUDENT") return true;
    return request.params[name] === user.id;
  }
}

@Controller("courses")
@UseGuards(SignedIn)
class CoursesController {
  @Post()
  take(@Req() request) {
    return prisma.courseTaken.create({ data: { userId: request.user.id, courseId: request.body.courseId } });
  }

  @Delete(":courseId/users/:userId")
  @UseGuards(StudentsOwn)
  @UserIdParam("userId")
  leave(@Param("userId") userId: string, @Param("courseId") courseId: string) { // silent: students leave their own
    return prisma.courseTaken.deleteMany({ where: { userId, courseId } });
  }

  @Delete(":courseId/people/:userId")
  drop(@Param("userId") userId: string, @Param("courseId") courseId: string) {
    return prisma.courseTaken.deleteMany({ where: { userId, courseId } }); // expect: unowned-object
  }
}

@Module({ controllers: [CoursesController], imports: [JwtModule.register({ secret: process.env.JWT_SECRET })] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
