import { Tag, type Context, type Emitter, type Liquid, type Parser, type TagToken, type Template } from 'liquidjs';
import { isOfPage, withParameters, type Parameters, type Written } from './utm.ts';

type Tokens = ConstructorParameters<typeof Tag>[1];

/**
 * Registers `{% utm utm_source=… %}`, which `utmCode` puts around an address with code: its values are put in first, and
 * what a browser would then take for its query gets the parameters.
 * @param unmarked what an address is without the marks that an engine puts around values
 */
export const registerUtm = (engine: Liquid, written: Written, unmarked: (text: string) => string): void => {
  engine.registerTag(
    'utm',
    class Utm extends Tag {
      private readonly templates: Template[] = [];
      private readonly parameters: Parameters;

      constructor(token: TagToken, remaining: Tokens, liquid: Liquid, parser: Parser) {
        super(token, remaining, liquid);
        this.parameters = [...new URLSearchParams(token.args)];
        parser
          .parseStream(remaining)
          .on('tag:endutm', function end() {
            this.stop();
          })
          .on('template', (template: Template) => this.templates.push(template))
          .on('end', () => {
            throw new Error(`tag ${token.getText()} not closed`);
          })
          .start();
      }

      *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
        const address = String(yield this.liquid.renderer.renderTemplates(this.templates, context));
        emitter.write(
          isOfPage(unmarked(address).trimStart()) ? withParameters(address, this.parameters, written) : address,
        );
      }

      *children(): Generator<unknown, Template[], Template[]> {
        return yield this.templates;
      }
    },
  );
};
