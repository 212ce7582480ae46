import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig([
    globalIgnores([
        'target',
        'src/api/schema.d.ts',
        'locales',
        'public',
        'playwright-report',
        'test-results',
    ]),
    tseslint.configs.strictTypeChecked,
    tseslint.configs.stylisticTypeChecked,
    reactHooks.configs.flat.recommended,
    jsxA11y.flatConfigs.recommended,
    {
        languageOptions: {
            parserOptions: {
                projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] },
                tsconfigRootDir: import.meta.dirname,
            },
        },
        rules: {
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
            '@typescript-eslint/consistent-type-definitions': 'off',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
            // Of two booleans, "or" is what is meant.
            '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { boolean: true } }],
            '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
            // About the React Compiler, which we do not run: TanStack's tables and virtual lists answer anew each time.
            'react-hooks/incompatible-library': 'off',
            // Routers redirect by throwing.
            '@typescript-eslint/only-throw-error': 'off',
            // Enter and Space on a list of options, and autofocus in what the user has just opened, are right.
            'jsx-a11y/no-autofocus': 'off',
        },
    },
    { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
])
