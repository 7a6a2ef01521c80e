import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { md, pki } from 'node-forge';

const DAY_MS = 86_400_000;
const MODULUS_BITS = 2048;

/** Paths of a certificate and its key, in PEM. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** An authority of one test, with the certificates it issues; everything goes with its folder. */
export class TestAuthority {
  readonly certificate: string;
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'simpul-certificates-'));
  private readonly keys = keyPair();
  private readonly subject: pki.CertificateField[];

  constructor(name: string) {
    this.subject = [{ name: 'commonName', value: name }];
    this.certificate = this.write(
      'ca.pem',
      pki.certificateToPem(this.sign(this.subject, this.keys.publicKey)),
    );
  }

  /** A certificate for loopback, good for either side of a connection. */
  issue(name: string): CertificateFiles {
    const { privateKey, publicKey } = keyPair();
    const certificate = this.sign([{ name: 'commonName', value: name }], publicKey);
    return {
      cert: this.write(`${name}.pem`, pki.certificateToPem(certificate)),
      key: this.write(`${name}.key.pem`, pki.privateKeyToPem(privateKey)),
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private sign(subject: pki.CertificateField[], publicKey: pki.rsa.PublicKey): pki.Certificate {
    const certificate = pki.createCertificate();
    certificate.publicKey = publicKey;
    certificate.serialNumber = `01${Date.now().toString(16).padStart(12, '0')}`;
    certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
    certificate.validity.notAfter = new Date(Date.now() + DAY_MS);
    certificate.setSubject(subject);
    certificate.setIssuer(this.subject);
    const isAuthority = subject === this.subject;
    certificate.setExtensions([
      { name: 'basicConstraints', cA: isAuthority, critical: true },
      ...(isAuthority
        ? [{ name: 'keyUsage', keyCertSign: true, critical: true }]
        : [
            { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
            { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
          ]),
    ]);
    certificate.sign(this.keys.privateKey, md.sha256.create());
    return certificate;
  }

  private write(name: string, content: string): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }
}

/** By the platform: the package would take seconds for one. */
function keyPair(): pki.rsa.KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  return {
    privateKey: pki.privateKeyFromPem(privateKey.export({ format: 'pem', type: 'pkcs1' }).toString()),
    publicKey: pki.publicKeyFromPem(publicKey.export({ format: 'pem', type: 'spki' }).toString()),
  };
}
