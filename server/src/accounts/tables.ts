/** Rows of better-auth that we write or read ourselves; instants are ISO-8601 UTC text. */
export type AuthTables = {
  auth_user: {
    id: string;
    name: string;
    email: string;
    email_verified: number;
    created_at: string;
    updated_at: string;
  };
  auth_account: {
    id: string;
    account_id: string;
    provider_id: string;
    user_id: string;
    password: string | null;
    created_at: string;
    updated_at: string;
  };
  auth_session: {
    id: string;
    token: string;
    user_id: string;
    expires_at: string;
    created_at: string;
    updated_at: string;
  };
};
