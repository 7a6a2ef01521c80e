import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { competencyUnitService } from '../competency-unit/competency-unit.service';
import { CompetencyUnit } from '../competency-unit/competency-unit.type';
import { enrolmentService } from '../enrolment/enrolment.service';
import { Enrolment } from '../enrolment/enrolment.type';
import { Person } from '../foreign/foreign.type';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { CertificateFilter } from './certificate.input';
import { certificateService } from './certificate.service';
import {
  Certificate,
  CertificateConnection,
  CertificateStatus,
  CertificateVerification,
} from './certificate.type';

@Resolver(() => Certificate)
export class CertificateResolver {
  @Query(() => CertificateConnection, { nullable: true, description: 'Certificates, newest first.' })
  async certificates(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CertificateFilter, { nullable: true, description: 'Narrows the list.' })
    filter: CertificateFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Certificate>> {
    const found = await certificateService.list(ctx, filter ?? {}, page);
    return toConnection(found.page, (row) => Certificate.from(row, ctx.clock.today()), found.asOf);
  }

  @Query(() => CertificateVerification, {
    nullable: true,
    description:
      'Whether a certificate is genuine and valid; scheme, level and expiry only if its holder shares it.',
  })
  async certificateVerification(
    @Ctx() ctx: RequestContext,
    @Arg('number', () => String, { description: 'Certificate number.' }) number: string,
    @Arg('shareCode', () => String, { nullable: true, description: 'Share code from the holder.' })
    shareCode: string | null | undefined,
  ): Promise<CertificateVerification> {
    const found = await certificateService.verify(ctx, number, shareCode ?? null);
    return CertificateVerification.from(found, ctx.clock.today());
  }

  @FieldResolver(() => Programme, { nullable: true, description: 'Programme that led to it.' })
  @Personal('HISTORY', 'NONE')
  async programme(@Root() certificate: Certificate, @Ctx() ctx: RequestContext): Promise<Programme | null> {
    if (certificate.programmeId === null) return null;
    return Programme.from(await programmeService.readReferred(ctx, certificate.programmeId));
  }

  @FieldResolver(() => Enrolment, { nullable: true, description: 'Enrolment that led to it.' })
  @Personal('HISTORY', 'HIDE')
  async enrolment(@Root() certificate: Certificate, @Ctx() ctx: RequestContext): Promise<Enrolment | null> {
    if (certificate.enrolmentId === null) return null;
    const row = await enrolmentService.read(ctx, certificate.enrolmentId);
    return row && Enrolment.from(row);
  }

  @FieldResolver(() => [CompetencyUnit], { nullable: true, description: 'Competency units proven.' })
  @Personal('HISTORY', 'NONE')
  async competencyUnits(
    @Root() certificate: Certificate,
    @Ctx() ctx: RequestContext,
  ): Promise<CompetencyUnit[]> {
    return (await competencyUnitService.readMany(ctx, certificate.units)).map(CompetencyUnit.from);
  }
}

@Resolver(() => CertificateVerification)
export class CertificateVerificationResolver {
  @FieldResolver(() => [CompetencyUnit], {
    nullable: true,
    description: 'Competency units; null unless shared.',
  })
  @Personal('HISTORY', 'HIDE')
  async competencyUnits(
    @Root() verification: CertificateVerification,
    @Ctx() ctx: RequestContext,
  ): Promise<CompetencyUnit[] | null> {
    if (verification.units === null) return null;
    return (await competencyUnitService.readMany(ctx, verification.units)).map(CompetencyUnit.from);
  }
}

@Resolver(() => Person)
export class PersonCertificateResolver {
  @FieldResolver(() => [Certificate], { nullable: true, description: 'Certificates, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async certificates(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
    @Arg('status', () => [CertificateStatus], { nullable: true, description: 'In one of these states.' })
    status: CertificateStatus[] | null | undefined,
  ): Promise<Certificate[]> {
    const rows = await certificateService.listOfPerson(ctx, person.id, status ?? null);
    return rows.map((row) => Certificate.from(row, ctx.clock.today()));
  }
}
