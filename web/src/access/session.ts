/** Who is signed in, where this server asks for it; signing in and out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../src/7-publish/api/schemas/access.ts';
import type { Problem } from '../../../src/7-publish/api/schemas/common.ts';
import { API, ApiError } from '../api.ts';

async function ask(method: string, body?: object): Promise<Response> {
  const response = await fetch(`${API}/session`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new ApiError((await response.json()) as Problem);
  return response;
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => (await (await ask('GET')).json()) as Session,
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (who: { email: string; password: string }) => ask('POST', who),
    // All that was refused is asked for again.
    onSuccess: () => queries.resetQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => ask('DELETE'), onSuccess: () => queries.resetQueries() });
}
