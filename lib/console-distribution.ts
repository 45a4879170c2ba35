import { Aws, Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PICTURES_PREFIX } from '../domain/model/picture-address.ts';
import { deliversAccessLogs } from './regions.ts';
import { bucketRemoval, type StageSettings } from './stage.ts';
import { bucketInterface } from './standards/bucket-interface.ts';

/** A path that names no file is a page of the console. On the default behaviour only: an API's 404 stays a 404. */
const pagesToIndex = `function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
  return request;
}`;

/** Nothing from elsewhere is loaded, framed or called, but the sign-in and the bucket that takes uploaded files; mails are shown with their own inline styles. */
const contentSecurityPolicy = ({ signIn, uploads }: Pick<ConsoleDistributionProps, 'signIn' | 'uploads'>): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${signIn} ${uploads}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const PICTURE_POLICY = "default-src 'none'; sandbox";

export type ConsoleDistributionProps = {
  stage: StageSettings;
  bucket: Bucket;
  /** Holds the pictures of mails, and lets CloudFront read those only. */
  content: Bucket;
  api: HttpApi;
  /** Origin of the sign-in pages. */
  signIn: string;
  /** Origin of the signed addresses of parts. */
  uploads: string;
};

/** CloudFront: pages from the bucket, `/media/*` from the pictures, `/api/*` from the HTTP API, so that the browser sees one origin and needs no CORS. */
export class ConsoleDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: ConsoleDistributionProps) {
    super(scope, id);
    const { stage, bucket, api } = props;
    const headers = this.responseHeaders(props);
    const common = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy: headers };
    const apiBehavior: BehaviorOptions = {
      origin: new HttpOrigin(`${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // The unsubscribe page has a policy of its own, which allows its form.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Freigabe ${stage.name}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(stage.certificateArn !== undefined && {
        certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
        domainNames: [new URL(stage.consoleUrl).hostname],
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucketInterface(bucket)),
        functionAssociations: [{ function: this.fallback(), eventType: FunctionEventType.VIEWER_REQUEST }],
        ...common,
      },
      additionalBehaviors: { '/api/*': apiBehavior, [`/${PICTURES_PREFIX}*`]: this.pictures(props) },
      ...(deliversAccessLogs(stage) && { enableLogging: true, logBucket: bucketInterface(this.logs(stage)) }),
    });
  }

  /**
   * Mails show them wherever they are read. Should one ever be more than a picture, it is shown as nothing else, and
   * runs nothing in the name of the console. The bucket's own stack lets CloudFront in.
   */
  private pictures({ content }: ConsoleDistributionProps): BehaviorOptions {
    const { originAccessControlId } = new S3OriginAccessControl(this, 'PicturesAccess');
    return {
      origin: S3BucketOrigin.withBucketDefaults(bucketInterface(content), { originAccessControlId }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'PictureHeaders', {
        securityHeadersBehavior: {
          contentSecurityPolicy: { contentSecurityPolicy: PICTURE_POLICY, override: true },
          contentTypeOptions: { override: true },
        },
        customHeadersBehavior: {
          customHeaders: [{ header: 'cross-origin-resource-policy', value: 'cross-origin', override: true }],
        },
      }),
    };
  }

  private fallback(): Function {
    return new Function(this, 'PagesToIndex', {
      code: FunctionCode.fromInline(pagesToIndex),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private responseHeaders(props: ConsoleDistributionProps): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(props), override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      },
    });
  }

  /** CloudFront's log delivery still writes by ACL. */
  private logs(stage: StageSettings): Bucket {
    return new Bucket(this, 'Logs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      ...bucketRemoval(stage),
    });
  }
}
