import { Permission } from '@malspar/shared-api';
import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiOperation, type OpenAPIObject } from '@nestjs/swagger';

/** Holds the description until somebody asks; it is made once, since making it costs a walk through every schema. */
@Injectable()
export class ApiDescription {
  private made: OpenAPIObject | undefined;
  private make: () => OpenAPIObject = () => {
    throw new Error('The API is described before the application has started');
  };

  madeBy(make: () => OpenAPIObject): void {
    this.make = make;
  }

  get document(): OpenAPIObject {
    return (this.made ??= this.make());
  }
}

@Controller()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @ApiOperation({
    summary: 'Describe the API',
    description:
      'Every route with what it takes and gives, as OpenAPI: the same schemas that the routes themselves hold to.',
  })
  @Permission('api-description.read')
  @Header('Cache-Control', 'public, max-age=300')
  document(): OpenAPIObject {
    return this.description.document;
  }
}
